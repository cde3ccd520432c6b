import { Text } from '@lienthong/frontend-kit/mantine';
import classes from './check.module.css';
import { checksWords } from './words.ts';

interface Props {
  name: string;
  run: { evidenceSha256: string | null; evidenceText: string | null };
}

/** What came over the wire, as it was stored, with the sum by which it can be proved unchanged. */
export function CheckEvidence({ name, run }: Props) {
  const words = checksWords.useWords();
  const label = words('evidence.of', { name });
  return (
    <details>
      <summary>{words('evidence.show')}</summary>
      <Text size="sm">
        {words('evidence.hash')}: <span className={classes.hash}>{run.evidenceSha256}</span>
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={classes.evidence} aria-label={label} tabIndex={0}>
        <pre>{run.evidenceText}</pre>
      </section>
    </details>
  );
}
