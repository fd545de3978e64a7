import { describe, expect, it } from 'vitest';
import { filesOf, picturesOfRtf } from '../../../renderer/editor/paste/pictures.ts';

const bytes = Array.from({ length: 300 }, (_, index) => index % 256);
const base64 = btoa(String.fromCharCode(...bytes));
const hexadecimal = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('');

/** As Word writes a picture: with its id in a group, its digits in lines, and once more for programs that read only metafiles. */
const rtf = `{\\rtf1 text {\\*\\shppict{\\pict{\\*\\picprop}\\picscalex100\\pngblip\\bliptag-12{\\*\\blipuid 0123456789abcdef0123456789abcdef}\n${hexadecimal.replace(/(.{128})/g, '$1\n')}}}{\\nonshppict{\\pict\\wmetafile8 ${hexadecimal}}} after }`;

const read = async (file: File | null | undefined) => [
  ...new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0)),
];

describe('pictures inside pasted text', () => {
  it('a data URL gives its bytes', async () => {
    const { files, remote, kept } = filesOf([{ source: `data:image/png;base64,${base64}`, alt: '' }], '');
    expect(await read(files[0])).toEqual(bytes);
    expect(files[0]?.type).toBe('image/png');
    expect([remote, kept]).toEqual([0, 0]);
  });

  it('a picture that Word keeps in a file is taken from the RTF beside the HTML', async () => {
    expect(picturesOfRtf(rtf)).toHaveLength(1);
    const { files, kept } = filesOf([{ source: 'file:///C:/Temp/clip_image001.png', alt: '' }], rtf);
    expect(await read(files[0])).toEqual(bytes);
    expect(kept).toBe(0);
  });

  it('two pictures of which the RTF brings one are not guessed at', () => {
    const names = ['file:///a.png', 'file:///b.png'];
    const { files, kept } = filesOf(
      names.map(source => ({ source, alt: '' })),
      rtf,
    );
    expect(files).toEqual([null, null]);
    expect(kept).toBe(2);
  });

  it('a picture on the web is counted and not fetched', () => {
    const { files, remote, kept } = filesOf([{ source: 'https://example.org/leg.png', alt: '' }], '');
    expect(files).toEqual([null]);
    expect([remote, kept]).toEqual([1, 0]);
  });

  it('broken base64 is a picture that did not come, not a failure', () => {
    expect(filesOf([{ source: 'data:image/png;base64,@@@', alt: '' }], '').kept).toBe(1);
  });
});
