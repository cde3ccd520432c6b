import { Text } from '@lienthong/frontend-kit/mantine';
import { tasksWords } from './words.ts';

/** Shown where the act in the address is not open to the viewer any more. */
export function NothingWaits() {
  const words = tasksWords.useWords();
  return <Text className="lt-quiet">{words('decide.none')}</Text>;
}
