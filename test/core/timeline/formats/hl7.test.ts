import { describe, expect, it } from 'vitest';
import { brief } from './reading.ts';

const message = (...segments: readonly string[]) =>
  [
    'MSH|^~\\&|LAB|HOSP|EHR|HOSP|20240513120000||ORU^R01|1|P|2.5.1',
    'PID|1||123^^^HOSP||DOE^JOHN',
    'OBR|1||L1|58410-2^CBC^LN|||20240512083000+0200',
    ...segments,
  ].join('\r');

describe('HL7 v2 ORU^R01', () => {
  it('OBX-11 says what is preliminary, final and corrected; what was replaced stays as replaced', () => {
    const read = brief(
      message(
        'OBX|1|NM|718-7^Hémoglobine^LN||9.8|g/dL|12.0-16.0|L|||P',
        'OBX|2|NM|718-7^Hémoglobine^LN||9.9|g/dL|12.0-16.0|L|||F',
        'OBX|3|NM|718-7^Hémoglobine^LN||9.7|g/dL|12.0-16.0|LL|||C',
      ),
    );
    expect(read.series).toEqual([
      'Hémoglobine g/dL: 2024-05-12T08:30:00 9.8 L [12–16] superseded, 2024-05-12T08:30:00 9.9 L [12–16] superseded, 2024-05-12T08:30:00 9.7 LL [12–16] corrected',
    ]);
    expect(read.warnings).toEqual(['corrected @ row 5', 'corrected @ row 6']);
  });

  it('what the laboratory withdrew or did not make is said', () => {
    const read = brief(
      message('OBX|1|NM|6690-2^WBC^LN||12.5|10*9/L||H|||W', 'OBX|2|NM|2823-3^Potassium^LN||""|mmol/L||||X'),
    );
    expect(read.series).toEqual(['WBC 10*9/L: 2024-05-12T08:30:00 12.5 H entered-in-error']);
    expect(read.warnings).toEqual(['no-result @ row 5', 'withdrawn @ row 4']);
  });

  it('structured numbers, titres, codes and repeats are read; a date is no number', () => {
    expect(
      brief(
        message(
          'OBX|1|SN|1988-5^CRP^LN||<^5|mg/L|<5||||F',
          'OBX|2|SN|X^ANA^L||^1^:^320||||||F',
          'OBX|3|CWE|5196-1^HBsAg^LN||NEG^Negative^L||||||F',
          'OBX|4|NM|2951-2^Sodium^LN||140~141|mmol/L|135^145||||F',
          'OBX|5|DT|D^Drawn^L||20240501||||||F',
        ),
      ).series,
    ).toEqual([
      'CRP mg/L: 2024-05-12T08:30:00 <5 [–5] final',
      'ANA -: 2024-05-12T08:30:00 “1:320” final',
      'HBsAg -: 2024-05-12T08:30:00 “Negative” final',
      'Sodium mmol/L: 2024-05-12T08:30:00 140 [135–145] final, 2024-05-12T08:30:00 141 [135–145] final',
      'Drawn -: 2024-05-12T08:30:00 “20240501” final',
    ]);
  });

  it('escapes are undone, with the separators that the message states', () => {
    expect(
      brief(message('OBX|1|ST|Y^Note\\T\\more^L||A\\S\\B \\E\\ \\X41\\\\X00E9\\ 10\\R\\20||||||F')).series,
    ).toEqual(['Note&more -: 2024-05-12T08:30:00 “A^B \\ Aé 10~20” final']);
    expect(brief('MSH#*~\\&#LAB\rOBR#1###CBC###20240512\rOBX#1#NM#2951-2*Sodium*LN##140#mmol/L#####F').series).toEqual([
      'Sodium mmol/L: 2024-05-12 140 final',
    ]);
  });
});
