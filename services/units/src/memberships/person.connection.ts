import { connectionOf } from '@lienthong/kit/connection';
import { Person } from './person.entity.ts';

export const PersonConnection = connectionOf(Person, 'Person');
