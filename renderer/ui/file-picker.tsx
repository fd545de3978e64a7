/** The system's choice of files, opened from wherever a view has a button for it. */
import { type ReactNode, useRef } from 'react';

export interface FilePicker {
  /** From a press only: browsers open it for nothing else. */
  readonly choose: () => void;
  /** What it needs on the page; nobody sees it or comes to it by the keyboard. */
  readonly part: ReactNode;
}

/** `accept` are endings with their dot, or media types. */
export function useFilePicker(needs: {
  readonly accept: readonly string[];
  readonly several?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}): FilePicker {
  const input = useRef<HTMLInputElement>(null);
  return {
    choose: () => input.current?.click(),
    part: (
      <input
        ref={input}
        type="file"
        hidden
        accept={needs.accept.join()}
        multiple={needs.several ?? false}
        // A place to drop files takes a press of what it holds for one of its own, and with it the keyboard.
        onClick={event => event.stopPropagation()}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file can be chosen again.
          target.value = '';
          if (files.length > 0) needs.onFiles(files);
        }}
      />
    ),
  };
}
