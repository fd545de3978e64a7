export function thirdParty(root: string): string;
