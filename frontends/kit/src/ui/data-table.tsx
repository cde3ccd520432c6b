// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by a grid and a virtualizer, which table elements do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: roles of a table, not of a grid; what can be acted on is inside the cells
import { Button, Checkbox, Group, Menu, Skeleton, Text } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { columnVisibilityFeature, rowSelectionFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAddressState } from './address-state.ts';
import classes from './data-table.module.css';
import { Cells } from './data-table-cells.tsx';
import { formatNumber } from './dates.ts';
import { EmptyNotice } from './notices.tsx';
import { uiWords } from './words.ts';

export interface Column<R> {
  id: string;
  title: string;
  cell: (row: R) => ReactNode;
  /** Figures stand right and in equal widths. */
  number?: boolean;
  /** A CSS grid track; the default is `minmax(0, 1fr)`. */
  width?: string;
  /** Not shown until the viewer chooses it. */
  hidden?: boolean;
}

export interface DataTableProps<R> {
  /** What the rows are; read out with the table. */
  caption: string;
  /** The first column carries the title of the row. */
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowId: (row: R) => string;
  /** The words of a row for its checkbox. */
  rowTitle?: (row: R) => string;
  loading?: boolean;
  totalCount?: number;
  onMore?: () => void;
  empty?: ReactNode;
  /** Shows checkboxes and, while something is selected, a bar with these acts. */
  bulk?: (selected: readonly R[], clear: () => void) => ReactNode;
  /** Two tables on one page need two names, because the choice of columns lives in the address. */
  name?: string;
}

type Selection = Record<string, true>;

const virtualFrom = 80;
const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

export function DataTable<R>(props: DataTableProps<R>) {
  const { columns, rows, rowId, bulk, caption, name = '' } = props;
  const words = uiWords.useWords();
  const address = useAddressState();
  const columnsKey = `${name}columns`;
  const chosen = address.getAll(columnsKey);
  const visible = (column: Column<R>) => (chosen.length > 0 ? chosen.includes(column.id) : !column.hidden);
  const [selection, setSelection] = useState<Selection>({});
  const data = rows as readonly (R & object)[];
  const definitions = useMemo(() => columns.map(({ id, title }) => ({ id, header: title })), [columns]);
  const table = useTable({
    features,
    data: data as (R & object)[],
    columns: definitions,
    getRowId: (row: R & object) => rowId(row),
    state: {
      columnVisibility: Object.fromEntries(columns.map((column) => [column.id, visible(column)])),
      rowSelection: selection,
    },
    onRowSelectionChange: setSelection,
  });
  const shown = columns.filter((column) => table.getColumn(column.id)?.getIsVisible());
  const selected = rows.filter((row) => selection[rowId(row)]);
  const clear = () => setSelection({});

  if (props.loading && rows.length === 0) return <TableSkeleton />;
  if (rows.length === 0)
    return props.empty ?? <EmptyNotice title={address.get('search') ? words('empty.filtered') : undefined} />;

  return (
    <div className={classes.frame}>
      <Group justify="space-between" mb={6} gap="xs" className="lt-no-print">
        {selected.length > 0 && bulk ? (
          <Group gap="xs" role="region" aria-live="polite" className={classes.bulk}>
            <Text fw={600}>{words('table.selected', { count: selected.length })}</Text>
            {bulk(selected, clear)}
            <Button variant="subtle" size="xs" onClick={clear}>
              {words('table.clearSelection')}
            </Button>
          </Group>
        ) : (
          <Text size="sm" className="lt-quiet" role="status">
            {props.totalCount !== undefined && props.totalCount > rows.length
              ? words('table.rowsOf', { count: formatNumber(rows.length), total: formatNumber(props.totalCount) })
              : words('table.rows', { count: rows.length })}
          </Text>
        )}
        <Menu closeOnItemClick={false} position="bottom-end">
          <Menu.Target>
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconColumns size={15} aria-hidden />}
              className={classes.choice}
            >
              {words('table.columns')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown aria-label={words('table.columnsChoose')}>
            {columns.slice(1).map((column) => (
              <Menu.CheckboxItem
                key={column.id}
                checked={visible(column)}
                onChange={() => {
                  const next = columns.filter((other) => (other.id === column.id ? !visible(other) : visible(other)));
                  address.set({ [columnsKey]: next.map(({ id }) => id) });
                }}
              >
                {column.title}
              </Menu.CheckboxItem>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Rows {...props} shown={shown} selection={selection} select={setSelection} caption={caption} />
      {props.onMore && (props.totalCount === undefined || props.totalCount > rows.length) ? (
        <Group justify="center" mt="sm" className="lt-no-print">
          <Button variant="default" loading={props.loading} onClick={props.onMore}>
            {words('table.more')}
          </Button>
        </Group>
      ) : null}
    </div>
  );
}

interface RowsProps<R> extends DataTableProps<R> {
  shown: readonly Column<R>[];
  selection: Selection;
  select: (selection: Selection) => void;
}

function Rows<R>({ shown, rows, rowId, rowTitle, bulk, selection, select, caption, totalCount }: RowsProps<R>) {
  const words = uiWords.useWords();
  const body = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const virtual = rows.length > virtualFrom && !printing;
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(body.current?.offsetTop ?? 0), []);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 66,
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => rowId(rows[index] as R),
    enabled: virtual,
  });
  const items = virtual
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : rows.map((_, index) => ({ index, start: 0 }));
  const tracks = `${bulk ? '36px ' : ''}${shown.map((column) => column.width ?? 'minmax(0, 1fr)').join(' ')}`;
  const allSelected = rows.length > 0 && rows.every((row) => selection[rowId(row)]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length }[event.key];
    const target = event.target as HTMLElement;
    if (!step || target.closest('input, textarea, select, [role=menu]')) return;
    const row = target.closest<HTMLElement>('[data-index]');
    if (!row) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, Number(row.dataset.index) + step));
    if (virtual) virtualizer.scrollToIndex(next, { align: 'auto' });
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus());
  };

  return (
    <div
      role="table"
      aria-label={caption}
      aria-rowcount={(totalCount ?? rows.length) + 1}
      aria-colcount={shown.length + (bulk ? 1 : 0)}
      className={classes.table}
      style={{ '--tracks': tracks } as object}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {bulk ? (
            <span role="columnheader" className={classes.cell}>
              <Checkbox
                size="xs"
                aria-label={words('table.selectAll')}
                checked={allSelected}
                indeterminate={!allSelected && rows.some((row) => selection[rowId(row)])}
                onChange={() =>
                  select(allSelected ? {} : Object.fromEntries(rows.map((row) => [rowId(row), true as const])))
                }
              />
            </span>
          ) : null}
          {shown.map((column) => (
            <span role="columnheader" key={column.id} className={classes.cell} data-number={column.number || undefined}>
              {column.title}
            </span>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        ref={body}
        className={classes.body}
        style={virtual ? { height: virtualizer.getTotalSize(), position: 'relative' } : undefined}
        onKeyDown={onKeyDown}
      >
        {items.map(({ index, start }) => {
          const row = rows[index] as R;
          const id = rowId(row);
          return (
            <div
              role="row"
              key={id}
              data-index={index}
              data-row-id={id}
              aria-rowindex={index + 2}
              aria-selected={bulk ? Boolean(selection[id]) : undefined}
              tabIndex={index === (items[0]?.index ?? 0) ? 0 : -1}
              ref={virtual ? virtualizer.measureElement : undefined}
              className={classes.row}
              style={
                virtual
                  ? { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start - top}px)` }
                  : undefined
              }
            >
              {bulk ? (
                <span role="cell" className={classes.cell} data-check>
                  <Checkbox
                    size="xs"
                    aria-label={words('table.selectRow', { title: rowTitle?.(row) ?? id })}
                    checked={Boolean(selection[id])}
                    onChange={(event) => {
                      const next = { ...selection };
                      if (event.currentTarget.checked) next[id] = true;
                      else delete next[id];
                      select(next);
                    }}
                  />
                </span>
              ) : null}
              <Cells row={row} columns={shown} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** On paper every row counts, not only those on the screen. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

function TableSkeleton() {
  const words = uiWords.useWords();
  return (
    <div role="status" aria-busy aria-label={words('loading')} className={classes.table}>
      {[0, 1, 2, 3, 4, 5, 6, 7].map((row) => (
        <div key={row} style={{ padding: '12px 10px', borderBottom: '1px solid var(--lt-line)' }}>
          <Skeleton h={16} w={`${85 - (row % 3) * 12}%`} mb={6} />
          <Skeleton h={12} w="40%" />
        </div>
      ))}
    </div>
  );
}
