import { roleOf } from '@lienthong/policy/actor';
import type { SelectQueryBuilder } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { keysOf } from './bearers.ts';
import { MyTasks } from './task.connection.ts';
import { Task } from './task.entity.ts';
import { TaskOrder } from './task.filter.ts';
import { orderKeys, taskQuery } from './task.query.ts';
import { askerOf } from './task.service.ts';

const EACH = 100;

export async function listMyTasks(context: PlansContext): Promise<MyTasks> {
  const unitId = context.actor.membership?.unitId;
  const none = { toDo: [], returned: [], toApprove: [], toConfirm: [] };
  if (!unitId) return Object.assign(new MyTasks(), none);
  const role = roleOf(context.actor);
  const today = context.clock.today();
  const keys = keysOf(unitId, context.hierarchy, today);
  const personId = context.actor.id;
  const ownState = (states: string): string =>
    `coalesce((select p.state from plans.unit_progress p where p.task_id = task.id and p.unit_id = any (cast(:keys as text[]))
       order by p.unit_id = :unitId desc limit 1), 'NOT_STARTED') in (${states})`;
  return context.read(async (manager) => {
    const list = (narrow: (query: SelectQueryBuilder<Task>) => unknown): Promise<Task[]> => {
      const query = taskQuery(manager, null, askerOf(context)).setParameters({ keys, unitId, personId });
      narrow(query);
      for (const key of orderKeys(TaskOrder.STANDING)) query.addOrderBy(key.sql);
      return query.limit(EACH).getMany();
    };
    const led = 'task.lead_keys && cast(:keys as text[])';
    const own = new MyTasks();
    Object.assign(own, none);
    if (role === 'REPORTER' || role === 'APPROVER' || role === 'STANDING_AGENCY') {
      own.toDo = await list((query) =>
        query
          .andWhere(led)
          .andWhere(`task.state not in ('COMPLETED', 'CANCELLED')`)
          .andWhere(ownState(`'NOT_STARTED', 'IN_PROGRESS'`))
          .andWhere(
            `(not exists (select 1 from plans.assignments a where a.task_id = task.id and a.unit_id = :unitId
               and a.ended_at is null and a.person_id is not null)
             or exists (select 1 from plans.assignments a where a.task_id = task.id and a.unit_id = :unitId
               and a.ended_at is null and a.person_id = :personId))`,
          ),
      );
      own.returned = await list((query) => query.andWhere(led).andWhere(ownState(`'RETURNED'`)));
    }
    if (role === 'APPROVER') {
      own.toApprove = await list((query) =>
        query.andWhere(
          `exists (select 1 from plans.progress_reports r where r.task_id = task.id and r.unit_id = :unitId
             and r.state = 'SUBMITTED' and r.reported_by_id <> :personId)`,
        ),
      );
    }
    if (context.following.keys.length > 0 && role === 'STANDING_AGENCY') {
      own.toConfirm = await list((query) =>
        query
          .andWhere(`task.state = 'AWAITING_CONFIRMATION'`)
          .andWhere('task.follow_keys && cast(:following as text[])', { following: [...context.following.keys] }),
      );
    }
    return own;
  });
}
