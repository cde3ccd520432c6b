// biome-ignore-all lint/a11y/useSemanticElements: cells of a row that is placed by a grid
import { memo, type ReactNode } from 'react';
import classes from './data-table.module.css';
import type { Column } from './data-table.tsx';

const dash = (value: ReactNode) => (value === null || value === undefined || value === '' ? '—' : value);

interface CellsProps<R> {
  row: R;
  columns: readonly Column<R>[];
}

function RowCells<R>({ row, columns }: CellsProps<R>): ReactNode {
  return columns.map((column, position) => (
    <div
      role="cell"
      key={column.id}
      className={classes.cell}
      data-number={column.number || undefined}
      data-first={position === 0 || undefined}
    >
      <span className={classes.label} aria-hidden>
        {column.title}
      </span>
      <div className={classes.value}>{dash(column.cell(row))}</div>
    </div>
  ));
}

/** Drawn again only for another row or other columns: scrolling moves rows and leaves their content alone. */
export const Cells = memo(RowCells) as typeof RowCells;
