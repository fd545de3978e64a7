/**
 * How much of a machine's time its hypervisor gave to others: figures taken meanwhile say more of them than of the program. From the
 * first line of /proc/stat (proc(5): user, nice, system, idle, iowait, irq, softirq, steal); elsewhere than on Linux nothing is known.
 */
import { readFileSync } from 'node:fs';

function counted() {
  try {
    const [user, nice, system, , , irq, softirq, stolen] = readFileSync('/proc/stat', 'utf8')
      .split('\n', 1)[0]
      .trim()
      .split(/\s+/)
      .slice(1)
      .map(Number);
    return { had: user + nice + system + irq + softirq, stolen };
  } catch {
    return null;
  }
}

/**
 * Begins to count; the function it gives says how much there was of it since then, as a share of the time in which any program wanted a
 * core ("34 %"), or "?" where that is not known.
 * @returns {() => string}
 */
export function countStolen() {
  const before = counted();
  return () => {
    const now = counted();
    if (!before || !now) return '?';
    const stolen = now.stolen - before.stolen;
    const wanted = now.had - before.had + stolen;
    return `${wanted > 0 ? Math.round((100 * stolen) / wanted) : 0} %`;
  };
}
