/** What the nodes of the sheet can ask of it. */
import { createContext, useContext } from 'react';

export interface SheetActions {
  openCitation(id: string): void;
  openSeries(id: string): void;
  openFigure(id: string): void;
  openChart(id: string): void;
  openLabTable(id: string): void;
  editFront(): void;
}

export const SheetContext = createContext<SheetActions>({
  openCitation: () => {},
  openSeries: () => {},
  openFigure: () => {},
  openChart: () => {},
  openLabTable: () => {},
  editFront: () => {},
});

export const useSheet = (): SheetActions => useContext(SheetContext);
