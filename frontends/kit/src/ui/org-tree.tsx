import { Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import classes from './org-tree.module.css';

export interface TreeNode {
  id: string;
  parentId: string | null;
  name: string;
  /** The full name when `name` is short. */
  title?: string;
  detail?: ReactNode;
  to?: string;
}

interface Shown extends TreeNode {
  level: number;
  children: number;
  position: number;
}

/** A tree from one flat answer: arrow keys open, close and move, letters jump, the viewer's branch is open at the start. */
export function OrgTree({
  label,
  nodes,
  open = [],
  selected,
  onSelect,
}: {
  label: string;
  nodes: readonly TreeNode[];
  open?: readonly string[];
  selected?: string;
  onSelect?: (id: string) => void;
}) {
  const byParent = useMemo(() => {
    const known = new Set(nodes.map(({ id }) => id));
    const map = new Map<string | null, TreeNode[]>();
    for (const node of nodes) {
      const parent = node.parentId && known.has(node.parentId) ? node.parentId : null;
      map.set(parent, [...(map.get(parent) ?? []), node]);
    }
    return map;
  }, [nodes]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set([...open, ...(byParent.get(null) ?? []).map(({ id }) => id)]),
  );
  const [current, setCurrent] = useState<string | undefined>(selected);
  const list = useRef<HTMLDivElement>(null);
  const openKey = open.join();
  useEffect(() => setOpened((before) => new Set([...before, ...openKey.split(',').filter(Boolean)])), [openKey]);

  const shown = useMemo(() => {
    const out: Shown[] = [];
    const visit = (parent: string | null, level: number) => {
      (byParent.get(parent) ?? []).forEach((node, index) => {
        out.push({ ...node, level, children: byParent.get(node.id)?.length ?? 0, position: index + 1 });
        if (opened.has(node.id)) visit(node.id, level + 1);
      });
    };
    visit(null, 1);
    return out;
  }, [byParent, opened]);

  const focus = current && shown.some(({ id }) => id === current) ? current : shown[0]?.id;
  const go = (id: string | undefined) => {
    if (!id) return;
    setCurrent(id);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus());
  };
  const toggle = (id: string, on?: boolean) =>
    setOpened((before) => {
      const next = new Set(before);
      if (on ?? !next.has(id)) next.add(id);
      else next.delete(id);
      return next;
    });

  const onKeyDown = (event: KeyboardEvent, node: Shown) => {
    const index = shown.findIndex(({ id }) => id === node.id);
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(shown[index + 1]?.id),
      ArrowUp: () => go(shown[index - 1]?.id),
      Home: () => go(shown[0]?.id),
      End: () => go(shown.at(-1)?.id),
      ArrowRight: () =>
        node.children && !opened.has(node.id)
          ? toggle(node.id, true)
          : go(shown[index + 1]?.level === node.level + 1 ? shown[index + 1]?.id : undefined),
      ArrowLeft: () => (opened.has(node.id) && node.children ? toggle(node.id, false) : go(node.parentId ?? undefined)),
      Enter: () =>
        node.to
          ? list.current?.querySelector<HTMLAnchorElement>(`[data-node="${CSS.escape(node.id)}"] a`)?.click()
          : onSelect?.(node.id),
      ' ': () => (onSelect ? onSelect(node.id) : toggle(node.id)),
    };
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== '/') {
      const letter = event.key.toLocaleLowerCase('vi');
      go(
        [...shown.slice(index + 1), ...shown.slice(0, index)].find(({ name }) =>
          name.toLocaleLowerCase('vi').startsWith(letter),
        )?.id,
      );
    }
  };

  return (
    <div role="tree" aria-label={label} className={classes.tree} ref={list}>
      {shown.map((node) => (
        <div
          key={node.id}
          role="treeitem"
          data-node={node.id}
          aria-level={node.level}
          aria-posinset={node.position}
          aria-setsize={byParent.get(node.level === 1 ? null : node.parentId)?.length}
          aria-expanded={node.children ? opened.has(node.id) : undefined}
          aria-selected={selected === node.id}
          tabIndex={focus === node.id ? 0 : -1}
          style={{ paddingInlineStart: (node.level - 1) * 22 }}
          className={classes.node}
          onKeyDown={(event) => onKeyDown(event, node)}
          onFocus={() => setCurrent(node.id)}
        >
          <span className={classes.handle} onClick={() => toggle(node.id)} aria-hidden>
            {node.children ? (
              opened.has(node.id) ? (
                <IconChevronDown size={16} />
              ) : (
                <IconChevronRight size={16} />
              )
            ) : null}
          </span>
          {node.to ? (
            <Link to={node.to} tabIndex={-1} title={node.title}>
              {node.name}
            </Link>
          ) : (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the tree item
            // biome-ignore lint/a11y/noStaticElementInteractions: keys are on the tree item
            <span onClick={() => onSelect?.(node.id)} title={node.title}>
              {node.name}
            </span>
          )}
          {node.detail ? (
            <Text span size="sm" className="lt-quiet">
              {node.detail}
            </Text>
          ) : null}
        </div>
      ))}
    </div>
  );
}
