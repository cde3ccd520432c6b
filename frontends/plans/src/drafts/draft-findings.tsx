import { IconInfoCircle } from '@lienthong/frontend-kit/icons';
import { Button, Group, Text, Title } from '@lienthong/frontend-kit/mantine';
import { useId, useState } from 'react';
import type { Draft, ReviewActs } from './draft-shown.ts';
import classes from './review.module.css';
import { draftsWords } from './words.ts';

const shownFirst = 1;
const linksShown = 4;

interface Props {
  draft: Draft;
  acts: ReviewActs;
  onLines: (lines: readonly number[]) => void;
}

/** What the document says of itself and does not keep, what it repeats, and what contradicts another one. */
export function DraftFindings({ draft, acts, onLines }: Props) {
  const words = draftsWords.useWords();
  const id = useId();
  const [all, setAll] = useState(false);
  const { findings, rows } = draft;
  if (findings.length === 0) return null;
  const shown = all ? findings : findings.slice(0, shownFirst);
  return (
    <section className={classes.findings} aria-labelledby={id}>
      <Title order={3} size="1rem" id={id}>
        <IconInfoCircle size={18} aria-hidden className={classes.mark} /> {words('finding.title')}{' '}
        <span className="lt-quiet lt-figures">{findings.length}</span>
      </Title>
      <ul className={classes.plain}>
        {shown.map((finding) => {
          const about = finding.rowIds.flatMap((rowId) => rows.find((row) => row.id === rowId) ?? []);
          return (
            <li key={`${finding.code} ${finding.message}`}>
              <Text size="sm">{finding.message}</Text>
              <Group gap={10}>
                {(about.length > linksShown ? about.slice(0, 1) : about).map((row) => (
                  <button
                    key={row.id}
                    type="button"
                    className={classes.link}
                    onClick={() => {
                      acts.show({ rowId: row.id });
                      acts.focusRow(row.id);
                    }}
                  >
                    {words('finding.row', { place: row.place })}
                  </button>
                ))}
                {finding.lines.length > 0 ? (
                  <button type="button" className={classes.link} onClick={() => onLines(finding.lines)}>
                    {words('finding.inDocument')}
                  </button>
                ) : null}
              </Group>
            </li>
          );
        })}
      </ul>
      {findings.length > shownFirst && !all ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {words('finding.all', { count: findings.length })}
        </Button>
      ) : null}
    </section>
  );
}
