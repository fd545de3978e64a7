/** What a hypervisor gave to others since the call, as a share of the time in which any program wanted a core: "34 %", or "?" where that is not known. */
export function countStolen(): () => string;
