import { connectionOf } from '@lienthong/kit/connection';
import { AdministrativeUnit } from './administrative-unit.entity.ts';

export const AdministrativeUnitConnection = connectionOf(AdministrativeUnit, 'AdministrativeUnit');
