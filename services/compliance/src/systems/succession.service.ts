import { randomUUID } from 'node:crypto';
import type { Clock } from '@lienthong/kit/clock';
import { createContext } from '@lienthong/kit/context';
import type { Settings } from '@lienthong/kit/database';
import type { Logger } from '@lienthong/kit/log';
import { type Actor, serviceActor } from '@lienthong/policy/actor';
import type { Hierarchy } from '@lienthong/policy/hierarchy';
import { withPolicy } from '@lienthong/policy/service-context';
import type { DataSource } from 'typeorm';
import type { ProbePolicy } from '../checks/address-guard.ts';
import type { ComplianceContext } from '../context.ts';
import { redetermine } from '../dossiers/dossier.service.ts';
import { unitEndedNote } from '../dossiers/dossier-words.ts';
import { InformationSystem } from './information-system.entity.ts';
import { eventOf } from './system.event.ts';

export interface SuccessionParts {
  dataSource: DataSource;
  clock: Clock;
  log: Logger;
  hierarchy: () => Hierarchy;
  settings: (context: ComplianceContext) => Settings | Promise<Settings>;
  probePolicy: ProbePolicy;
}

/**
 * Systems of units that have ended go to the unit that came after them, and their levels are to be determined anew.
 * Where several came after, people must say whose the system is: until then all of them see it.
 */
export async function followSuccessions(parts: SuccessionParts): Promise<number> {
  const context = await contextOf(parts);
  const { hierarchy } = context;
  const today = context.clock.today();
  const systems = await context.read((manager) => manager.find(InformationSystem, { order: { id: 'ASC' } }));
  let moved = 0;
  for (const { id, ownerId } of systems) {
    const [bearer, ...others] = hierarchy.bearers(ownerId, today);
    if (bearer === undefined || bearer === ownerId || others.length > 0) continue;
    await moveSystem(context, id, bearer);
    moved += 1;
  }
  return moved;
}

async function moveSystem(context: ComplianceContext, id: string, ownerId: string): Promise<void> {
  // The key makes a second process that saw the same end do nothing.
  await context.write(
    'followSuccession',
    { idempotencyKey: `succession ${id} ${ownerId}` },
    async (manager, effects) => {
      const system = await manager.findOneOrFail(InformationSystem, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      const before = { ...system };
      const successor = context.hierarchy.unit(ownerId);
      const formerOwnerId = system.ownerId;
      system.ownerId = ownerId;
      system.bloc = successor.bloc;
      system.unitIds = [ownerId];
      await manager.save(system);
      await redetermine(context, manager, system, unitEndedNote(formerOwnerId));
      effects.audit({
        objectType: 'InformationSystem',
        objectId: id,
        provinceId: system.provinceId,
        blocs: system.bloc ? [system.bloc] : [],
        unitId: ownerId,
        before,
        after: { ...system },
      });
      effects.publish(eventOf(system));
      return id;
    },
  );
}

function contextOf({ dataSource, clock, log, hierarchy, settings, probePolicy }: SuccessionParts) {
  return createContext<Actor, ComplianceContext>({
    service: 'compliance',
    actor: serviceActor('compliance', hierarchy().provinceIds()),
    clock,
    dataSource,
    requestId: randomUUID(),
    log,
    extend: (base) => ({ ...withPolicy(hierarchy)(base), probePolicy }),
    settings,
  });
}
