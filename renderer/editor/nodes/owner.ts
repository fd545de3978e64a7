import { createContext } from 'react';

/** Id of the figure, chart or table around a caption. */
export const Owner = createContext<string | null>(null);
