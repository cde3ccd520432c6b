import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Bloc } from '../units/bloc.ts';
import { Unit } from '../units/unit.entity.ts';
import { Person } from './person.entity.ts';

export const Role = {
  VIEWER: 'VIEWER',
  REPORTER: 'REPORTER',
  APPROVER: 'APPROVER',
  STANDING_AGENCY: 'STANDING_AGENCY',
  STEERING_COMMITTEE: 'STEERING_COMMITTEE',
  UNIT_ADMINISTRATOR: 'UNIT_ADMINISTRATOR',
  SECURITY_OFFICER: 'SECURITY_OFFICER',
  AUDITOR: 'AUDITOR',
} as const;
export type Role = (typeof Role)[keyof typeof Role];

registerEnumType(Role, {
  name: 'Role',
  description: 'What a person may do in a unit (vai trò).',
  valuesConfig: {
    VIEWER: { description: 'Reads (người xem).' },
    REPORTER: { description: 'Reports progress and fills in reports (chuyên viên báo cáo).' },
    APPROVER: { description: 'Heads the unit: assigns, approves and submits (thủ trưởng đơn vị).' },
    STANDING_AGENCY: { description: 'Follows plans, confirms results and receives reports (cơ quan thường trực).' },
    STEERING_COMMITTEE: { description: 'Directs and sees the whole (Ban Chỉ đạo).' },
    UNIT_ADMINISTRATOR: { description: 'Keeps units and memberships (quản trị đơn vị).' },
    SECURITY_OFFICER: { description: 'Keeps systems, dossiers and checks (cán bộ an toàn thông tin).' },
    AUDITOR: { description: 'Reads all of the own bloc, changes nothing (kiểm tra, thanh tra).' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A person working in a unit with a role (phân công trong đơn vị), with dates.' })
@Entity('memberships')
@Check(
  'memberships_role',
  `role IN ('VIEWER', 'REPORTER', 'APPROVER', 'STANDING_AGENCY', 'STEERING_COMMITTEE', 'UNIT_ADMINISTRATOR', 'SECURITY_OFFICER', 'AUDITOR')`,
)
@Check('memberships_bloc', `bloc IN ('PARTY', 'GOVERNMENT')`)
@Check('memberships_dates', 'valid_to > valid_from')
@Exclusion(
  'memberships_once',
  'USING gist (person_id WITH =, unit_id WITH =, role WITH =, daterange(valid_from, valid_to) WITH &&)',
)
export class Membership {
  @Field(() => ID, { description: 'Sent back by the portal to say in which role a person acts.' })
  @PrimaryColumn('text')
  id!: string;

  @Index('memberships_by_person')
  @ForeignKey(() => Person, { name: 'memberships_person' })
  @Column('text')
  personId!: string;

  @Index('memberships_by_unit')
  @ForeignKey(() => Unit, { name: 'memberships_unit' })
  @Column('text')
  unitId!: string;

  @Field(() => Role, { description: 'What the person may do there.' })
  @Column('text')
  role!: Role;

  @Column('text', { nullable: true })
  bloc!: Bloc | null;

  @Column('text')
  provinceId!: string;

  @Field(() => DateScalar, { description: 'The first day it holds.' })
  @Column('date')
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day it no longer holds.' })
  @Column('date', { nullable: true })
  validTo!: string | null;

  @Field(() => Int, { description: 'Counts its changes.' })
  @Column('int')
  version!: number;
}
