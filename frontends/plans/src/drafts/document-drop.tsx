import { IconAlertTriangle, IconFileText, IconUpload } from '@lienthong/frontend-kit/icons';
import { Alert, Button, Group, Progress, Stack, Text, Textarea } from '@lienthong/frontend-kit/mantine';
import { useNavigate } from '@lienthong/frontend-kit/navigation';
import { FileChoice } from '@lienthong/frontend-kit/ui';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { documentTypes, largestDocument } from './document-file.ts';
import classes from './drafts.module.css';
import { intakeWords } from './intake.words.ts';
import { useDocumentSending } from './use-document-sending.ts';

/** Where a document enters: dropped, chosen or pasted. What was pasted stays when it is refused. */
export function DocumentDrop() {
  const words = intakeWords.useWords();
  const navigate = useNavigate();
  const id = useId();
  const alert = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState('');
  const { sending, problem, stop, sendFiles, sendText } = useDocumentSending(({ draftId }) =>
    navigate(`/plans/drafts/${draftId}`),
  );
  useEffect(() => {
    if (problem) alert.current?.focus();
  }, [problem]);

  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };

  return (
    <section
      aria-label={words('list.title')}
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        sendFiles(event.dataTransfer.files);
      }}
    >
      {problem ? (
        <Alert
          ref={alert}
          tabIndex={-1}
          role="alert"
          color="red"
          icon={<IconAlertTriangle aria-hidden />}
          title={words('zone.refused')}
        >
          {problem}
        </Alert>
      ) : null}
      {sending ? (
        <Stack gap="xs" align="center" py="xl">
          <Text fw={600} role="status" className={classes.breakable}>
            {sending.percent < 100 ? words('zone.sending', sending) : words('zone.reading', { name: sending.name })}
          </Text>
          <Progress
            w="min(420px, 100%)"
            value={sending.percent}
            animated={sending.percent === 100}
            aria-label={words('zone.sending', sending)}
          />
          <Button variant="default" onClick={stop}>
            {words('zone.stop')}
          </Button>
        </Stack>
      ) : (
        <Stack gap="xs" align="center">
          <IconFileText size={40} stroke={1.4} aria-hidden className="lt-quiet" />
          <Text fw={600} fz="lg" className={classes.dropWords}>
            {words('zone.title')}
          </Text>
          <Group gap="sm" justify="center">
            <FileChoice
              id={id}
              accept={documentTypes}
              aria-label={words('zone.choose')}
              aria-describedby={`${id}-hint ${id}-secret`}
              onFiles={sendFiles}
            >
              <Button component="span" aria-hidden leftSection={<IconUpload size={16} />}>
                {words('zone.choose')}
              </Button>
            </FileChoice>
            <Button variant="default" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
              {words('zone.paste')}
            </Button>
          </Group>
          <Text size="sm" id={`${id}-hint`} ta="center">
            {words('zone.hint', { size: largestDocument })}
          </Text>
        </Stack>
      )}
      {pasting ? (
        <Stack gap="xs" align="flex-start">
          <Textarea
            label={words('zone.pasteLabel')}
            description={words('zone.pasteHint')}
            autosize
            minRows={8}
            maxRows={20}
            w="100%"
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button onClick={() => sendText(text)} disabled={Boolean(sending)}>
            {words('zone.read')}
          </Button>
        </Stack>
      ) : null}
      <Text size="sm" id={`${id}-secret`} className={classes.secret}>
        {words('zone.secret')}
      </Text>
    </section>
  );
}
