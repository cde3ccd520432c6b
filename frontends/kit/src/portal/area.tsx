import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Component, type ComponentType, lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { Notice, PageSkeleton } from '../ui/notices.tsx';
import { codeOf } from './first-code.ts';
import { ModuleFailure, type ModuleFault, patience, within } from './remotes.ts';
import { portalWords } from './words.ts';

interface FaultProps {
  name: string;
  fault: ModuleFault;
  onRetry: () => void;
  /** 1 where the area is the whole page, which then has no other heading of the first level. */
  level?: 1 | 2;
}

export function FaultNotice({ name, fault, onRetry, level }: FaultProps) {
  const words = portalWords.useWords();
  const text = {
    unreachable: () => words('module.failedText'),
    timeout: () => words('module.timeout', { seconds: patience / 1000 }),
    threw: () => words('module.threw'),
    misfit: () => words('module.misfit', { what: fault.kind === 'misfit' ? fault.what : '' }),
  }[fault.kind]();
  return (
    <Notice
      urgent
      level={level}
      title={words('module.failed', { name })}
      action={
        <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
          {words('module.retry')}
        </Button>
      }
    >
      {text}
    </Notice>
  );
}

/** In the words of Chromium, Firefox, Safari and Vite. */
const isMissingCode = (error: unknown) => error instanceof Error && /import|preload/i.test(error.message);

const faultOf = (error: unknown): ModuleFault => {
  if (error instanceof ModuleFailure) return error.fault;
  return { kind: isMissingCode(error) ? 'unreachable' : 'threw' };
};

class Boundary extends Component<
  { fallback: (fault: ModuleFault) => ReactNode; children: ReactNode },
  { fault?: ModuleFault }
> {
  override state: { fault?: ModuleFault } = {};
  static getDerivedStateFromError(error: unknown) {
    return { fault: faultOf(error) };
  }
  override componentDidCatch(error: unknown) {
    console.error(error);
  }
  override render() {
    return this.state.fault ? this.props.fallback(this.state.fault) : this.props.children;
  }
}

/** One area of the page: what fails in it stays in it, with its own retry. */
export function Area({
  name,
  lazy: load,
  skeleton,
  level,
}: {
  name: string;
  lazy: () => Promise<{ default: ComponentType }>;
  skeleton?: ReactNode;
  level?: 1 | 2;
}) {
  const [attempt, setAttempt] = useState(0);
  const Content = useMemo(() => {
    const here = attempt === 0 ? codeOf(load) : undefined;
    return here ?? lazy(() => within(load()));
  }, [load, attempt]);
  // A browser remembers that code did not arrive and asks no second time, until the page is loaded anew.
  const retry = (fault: ModuleFault) => (fault.kind === 'unreachable' ? location.reload() : setAttempt(attempt + 1));
  return (
    <Boundary
      key={attempt}
      fallback={(fault) => <FaultNotice name={name} fault={fault} level={level} onRetry={() => retry(fault)} />}
    >
      <Suspense fallback={skeleton ?? <PageSkeleton />}>
        <Content />
      </Suspense>
    </Boundary>
  );
}
