import { Skeleton, Text } from '@mantine/core';
import { PageSkeleton } from '../ui/notices.tsx';
import { useLanguage } from '../words/words.ts';
import classes from './frame.module.css';
import type { PortalDefinition } from './portal-definition.ts';

/** The frame before it is known who is looking: everything already stands where it will stand. */
export function FrameSkeleton({ portal }: { portal: PortalDefinition }) {
  const { language } = useLanguage();
  return (
    <div className={classes.frame} data-bloc={portal.bloc}>
      <header className={classes.header}>
        <Text className={classes.name} component="span">
          <b>{portal.title[language]}</b>
        </Text>
      </header>
      <div className={classes.menu} aria-hidden>
        {[72, 60, 64, 56, 68].map((width) => (
          <Skeleton key={width} h={18} w={`${width}%`} my={13} mx={12} />
        ))}
      </div>
      <main id="main" className={classes.main}>
        <p className={classes.clock}>&nbsp;</p>
        <PageSkeleton rows={5} />
      </main>
    </div>
  );
}
