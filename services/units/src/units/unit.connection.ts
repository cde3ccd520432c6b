import { connectionOf } from '@lienthong/kit/connection';
import { Unit } from './unit.entity.ts';
import { UnitChange } from './unit-change.entity.ts';

export const UnitConnection = connectionOf(Unit, 'Unit');
export const UnitChangeConnection = connectionOf(UnitChange, 'UnitChange');
