/** Excel's serial dates. */

const DAY = 86_400_000;

/** The calendar that a workbook counts in. */
export type Epoch = '1900' | '1904';

/**
 * A serial number as ISO local time: "2024-05-12", "2024-05-12T08:30", "08:30" for a time without a day.
 * In the calendar of 1900 day 60 is 29 February 1900, which never was; in that of 1904 day 0 is 1 January 1904.
 */
export function serialText(serial: number, epoch: Epoch): string {
  const days = epoch === '1904' ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const time = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000);
  if (Number.isNaN(time.getTime())) return String(serial);
  const iso = time.toISOString();
  const clock = iso.slice(11, 19);
  const short = clock.endsWith(':00') ? clock.slice(0, 5) : clock;
  if (serial >= 0 && serial < 1) return short;
  return time.getTime() % DAY === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${short}`;
}

/** Whether a number in a column of dates can be a serial date: from 1955 to 2119. */
export function isSerial(value: number): boolean {
  return value >= 20_000 && value < 80_000;
}
