export function thirdParty(): string;
