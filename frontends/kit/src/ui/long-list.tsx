import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';

export interface LongListHandle {
  /** Brings a row into the middle of the box. */
  show: (index: number) => void;
}

interface LongListProps {
  /** What the rows are; read out with the list. */
  label: string;
  count: number;
  rowKey: (index: number) => string | number;
  /** A usual height in pixels; each row is measured once it is there. */
  usualHeight: number;
  children: (index: number) => ReactNode;
  className?: string;
  style?: CSSProperties;
  handle?: Ref<LongListHandle>;
}

const virtualFrom = 400;

/** A list in a box that scrolls by itself; of a very long one only what is in view is there. */
export function LongList({ label, count, rowKey, usualHeight, children, className, style, handle }: LongListProps) {
  const box = useRef<HTMLElement>(null);
  const virtual = count > virtualFrom;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => usualHeight,
    getItemKey: rowKey,
    overscan: 20,
    enabled: virtual,
  });
  useImperativeHandle(handle, () => ({
    show(index) {
      if (virtual) virtualizer.scrollToIndex(index, { align: 'center' });
      else inBox(box.current, box.current?.querySelector<HTMLElement>(`[data-index="${index}"]`));
    },
  }));
  const items = virtual
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : Array.from({ length: count }, (_, index) => ({ index, start: 0 }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section ref={box} className={className} style={{ overflowY: 'auto', ...style }} tabIndex={0} aria-label={label}>
      <ol
        style={{
          margin: 0,
          padding: 0,
          listStyle: 'none',
          ...(virtual ? { height: virtualizer.getTotalSize(), position: 'relative' } : {}),
        }}
      >
        {items.map(({ index, start }) => (
          <li
            key={rowKey(index)}
            data-index={index}
            aria-setsize={virtual ? count : undefined}
            aria-posinset={virtual ? index + 1 : undefined}
            ref={virtual ? virtualizer.measureElement : undefined}
            style={
              virtual
                ? { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }
                : undefined
            }
          >
            {children(index)}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Scrolls the box alone: the page around it stays where it is. */
function inBox(box: HTMLElement | null, row: HTMLElement | null | undefined): void {
  if (!box || !row) return;
  const place = row.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  box.scrollTop += place.top - frame.top - (frame.height - Math.min(place.height, frame.height)) / 2;
}
