import { useViewer } from '@lienthong/frontend-kit/graph';
import { Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { formatDate, formatInstant } from '@lienthong/frontend-kit/ui';
import type { ReactNode } from 'react';
import { useChangeWords } from './change-words.ts';
import { useNames } from './names.ts';
import classes from './unit.module.css';
import type { UnitShown } from './unit-shown.ts';
import { unitWords } from './words.ts';

export function UnitFacts({ unit }: { unit: UnitShown }) {
  const words = unitWords.useWords();
  const { fullUnitName, unitName, nameOf } = useNames();
  const { today } = useViewer();
  const { children, successors, predecessors, ancestors } = unit;
  // Below nobody any more: where it stood is in its history.
  const ended = unit.validTo !== null && unit.validTo <= today;
  return (
    <section className="lt-card" aria-labelledby="unit-facts">
      <Title order={2} size="h4" id="unit-facts" mb="sm">
        {words('detail.facts')}
      </Title>
      <dl className={classes.facts}>
        <Fact label={words('detail.code')}>{unit.code}</Fact>
        <Fact label={words('detail.shortName')}>{unit.shortName}</Fact>
        <Fact label={words('detail.nameEn')}>{unit.nameEn}</Fact>
        {unit.aliases.length > 0 ? <Fact label={words('detail.aliases')}>{unit.aliases.join('; ')}</Fact> : null}
        <Fact label={words('detail.kind')}>
          {unit.kindName} · {words(`tier.${unit.tier}`)} · {words(unit.bloc ? `bloc.${unit.bloc}` : 'bloc.none')}
        </Fact>
        {ended ? null : (
          <Fact label={words('detail.parents')}>
            {ancestors[0] ? (
              <Link to={`/units/${ancestors[0].id}`}>{fullUnitName(ancestors[0])}</Link>
            ) : (
              words('detail.top')
            )}
          </Fact>
        )}
        <Fact label={words('detail.territory')}>{unit.territory ? nameOf(unit.territory) : '—'}</Fact>
        <Fact label={words('detail.validity')}>
          {unit.validTo
            ? words('detail.between', { from: formatDate(unit.validFrom), to: formatDate(unit.validTo) })
            : words('detail.since', { from: formatDate(unit.validFrom) })}
        </Fact>
        {unit.validTo ? (
          <Fact label={words('detail.successors')}>
            {successors.length === 0 ? (
              words('detail.noSuccessors')
            ) : (
              <ul className={classes.list}>
                {successors.map(({ on, successor }) => (
                  <li key={successor.id}>
                    <Link to={`/units/${successor.id}`}>{fullUnitName(successor)}</Link>{' '}
                    <Text span size="sm" className="lt-quiet lt-figures">
                      {words('detail.successorOn', { on: formatDate(on) })}
                    </Text>
                  </li>
                ))}
              </ul>
            )}
          </Fact>
        ) : null}
        {predecessors.length > 0 ? (
          <Fact label={words('detail.predecessors')}>
            <ul className={classes.list}>
              {predecessors.map((one) => (
                <li key={one.id}>
                  <Link to={`/units/${one.id}`}>{fullUnitName(one)}</Link>
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        {children.totalCount > 0 ? (
          <Fact label={words('detail.children', { count: children.totalCount })}>
            <ul className={classes.columns}>
              {children.nodes.slice(0, 40).map((child) => (
                <li key={child.id}>
                  <Link to={`/units/${child.id}`} title={fullUnitName(child)}>
                    {unitName(child)}
                  </Link>
                </li>
              ))}
            </ul>
            {children.totalCount > 40 ? (
              <Link to="/units">{words('detail.childrenMore', { count: children.totalCount })}</Link>
            ) : null}
          </Fact>
        ) : null}
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Every change, the latest to take effect first. */
export function UnitHistory({ unit }: { unit: UnitShown }) {
  const words = unitWords.useWords();
  const changeDetail = useChangeWords();
  return (
    <section className="lt-card" aria-labelledby="unit-history">
      <Title order={2} size="h4" id="unit-history" mb="sm">
        {words('detail.history')}
      </Title>
      {unit.history.length === 0 ? <Text className="lt-quiet">{words('detail.historyNone')}</Text> : null}
      <ol className={classes.plain} reversed>
        {[...unit.history].reverse().map((change) => (
          <li key={`${change.kind}${change.on}${change.recordedAt}`}>
            <Text fw={600}>
              {words(`change.${change.kind}`)}{' '}
              <Text span fw={400} className="lt-figures">
                {formatDate(change.on)}
              </Text>
            </Text>
            <Text size="sm">{changeDetail(change)}</Text>
            <Text size="sm" className="lt-quiet lt-figures">
              {change.recordedBy ? `${change.recordedBy} · ${formatInstant(change.recordedAt)}` : words('change.seed')}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
