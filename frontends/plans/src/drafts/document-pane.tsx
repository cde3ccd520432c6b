// biome-ignore-all lint/a11y/noStaticElementInteractions: the number beside a line is the button; a click on its words is a shortcut of the mouse
// biome-ignore-all lint/a11y/useKeyWithClickEvents: as above
import { Button, Text } from '@lienthong/frontend-kit/mantine';
import { LongList, PageSkeleton } from '@lienthong/frontend-kit/ui';
import type { LongListHandle } from '@lienthong/frontend-kit/ui/long-list.tsx';
import { type Ref, useMemo } from 'react';
import classes from './document-pane.module.css';
import type { Chosen, DocumentLine, DraftRow } from './draft-shown.ts';
import { markCells, markWords, type Piece, type Words } from './marks.ts';
import { spans, tableTracks } from './table-tracks.ts';
import type { useDocumentLines } from './use-document-lines.ts';
import { draftsWords } from './words.ts';

interface Props {
  document: ReturnType<typeof useDocumentLines>;
  rows: readonly DraftRow[];
  chosen: Chosen | undefined;
  /** Lines that a finding is about. */
  pointed: ReadonlySet<number>;
  onChoose: (rowId: string) => void;
  handle: Ref<LongListHandle>;
}

const noWords: readonly Words[] = [];

/** The document as it was read; the words of the chosen row marked, each line the way to its row. */
export function DocumentPane({ document, rows, chosen, pointed, onChoose, handle }: Props) {
  const words = draftsWords.useWords();
  const { lines, failed, retry } = document;
  const tracks = useMemo(() => tableTracks(lines ?? []), [lines]);
  const rowOfLine = useMemo(() => {
    const of = new Map<number, DraftRow>();
    for (const row of rows) for (const line of row.lines) if (!of.has(line)) of.set(line, row);
    return of;
  }, [rows]);
  const row = rows.find(({ id }) => id === chosen?.rowId);
  const marksOfLine = useMemo(() => {
    const of = new Map<number, Words[]>();
    for (const { field, line, text } of row?.sources ?? []) of.set(line, [...(of.get(line) ?? []), { field, text }]);
    return of;
  }, [row]);

  if (failed)
    return (
      <div className={classes.state}>
        <Text mb="sm">{words('document.failed')}</Text>
        <Button variant="default" onClick={retry}>
          {words('document.retry')}
        </Button>
      </div>
    );
  if (!lines)
    return (
      <div className={classes.state}>
        <PageSkeleton head={false} rows={8} />
      </div>
    );
  if (lines.length === 0) return <Text className={classes.state}>{words('document.empty')}</Text>;

  return (
    <LongList
      label={words('document.lines')}
      count={lines.length}
      rowKey={(place) => lines[place]?.index ?? place}
      usualHeight={36}
      className={classes.lines}
      handle={handle}
    >
      {(place) => {
        const line = lines[place] as DocumentLine;
        const before = lines[place - 1];
        const of = rowOfLine.get(line.index);
        const isFirst = of && rowOfLine.get(before?.index ?? -1)?.id !== of.id;
        const marks = marksOfLine.get(line.index) ?? noWords;
        const cells = line.cells ? markCells(line.cells, marks) : [];
        return (
          <>
            {line.page !== null && line.page !== before?.page && (before || line.page > 1) ? (
              <div className={classes.page}>{words('document.page', { page: line.page })}</div>
            ) : null}
            <div
              className={classes.line}
              data-of-row={of ? true : undefined}
              data-table={line.cells ? true : undefined}
              data-chosen={(of && of.id === chosen?.rowId) || undefined}
              data-pointed={pointed.has(line.index) || undefined}
              onClick={of ? () => onChoose(of.id) : undefined}
            >
              <span className={classes.gutter}>
                {of && isFirst ? (
                  <button
                    type="button"
                    className={classes.number}
                    aria-label={words('document.line', { place: of.place })}
                    aria-pressed={of.id === chosen?.rowId}
                    onClick={(event) => {
                      event.stopPropagation();
                      onChoose(of.id);
                    }}
                  >
                    {of.place}
                  </button>
                ) : null}
              </span>
              {line.cells ? (
                <div className={classes.cells} style={{ gridTemplateColumns: tracks[place] }}>
                  {spans(line.cells).map((columns, cell) => (
                    <span key={cell} className={classes.cell} style={{ gridColumn: `span ${columns}` }}>
                      <Pieces pieces={cells[cell] ?? []} field={chosen?.field} />
                    </span>
                  ))}
                </div>
              ) : (
                <span className={classes.text}>
                  <Pieces pieces={markWords(line.text, marks)} field={chosen?.field} />
                </span>
              )}
            </div>
          </>
        );
      }}
    </LongList>
  );
}

function Pieces({ pieces, field }: { pieces: readonly Piece[]; field: Chosen['field'] }) {
  const words = draftsWords.useWords();
  let at = 0;
  return pieces.map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.field ? (
      <mark
        key={key}
        className={classes.mark}
        data-strong={piece.field === field || undefined}
        data-quiet={(field && piece.field !== field) || undefined}
        title={words(`field.${piece.field}`)}
      >
        {piece.text}
      </mark>
    ) : (
      <span key={key}>{piece.text}</span>
    );
  });
}
