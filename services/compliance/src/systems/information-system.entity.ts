import { connectionOf } from '@lienthong/kit/connection';
import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { Bloc } from '../units/bloc.ts';

export const SystemType = {
  INTERNAL_PROCESSING: 'INTERNAL_PROCESSING',
  ONLINE_SERVICE: 'ONLINE_SERVICE',
  NETWORK_INFRASTRUCTURE: 'NETWORK_INFRASTRUCTURE',
  CONTROL_SYSTEM: 'CONTROL_SYSTEM',
  OTHER: 'OTHER',
} as const;
export type SystemType = keyof typeof SystemType;

registerEnumType(SystemType, {
  name: 'SystemType',
  description: 'What an information system is for (loại hình hệ thống thông tin).',
  valuesConfig: {
    INTERNAL_PROCESSING: { description: 'Serves the internal work of its owner (phục vụ hoạt động nội bộ).' },
    ONLINE_SERVICE: { description: 'Serves people and enterprises online (phục vụ người dân, doanh nghiệp).' },
    NETWORK_INFRASTRUCTURE: { description: 'Networks and data centres others rely on (cơ sở hạ tầng thông tin).' },
    CONTROL_SYSTEM: { description: 'Steers machines (điều khiển công nghiệp).' },
    OTHER: { description: 'None of the four others (hệ thống khác).' },
  },
});

@Entity('systems')
@Directive('@key(fields: "id")')
@ObjectType({ description: 'What is to be protected, with one owner who answers for it (hệ thống thông tin).' })
export class InformationSystem {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its lasting identifier.' })
  id!: string;

  @Column('text')
  provinceId!: string;

  @Column('text')
  @Field(() => String, { description: "Its code in the province's register (mã hệ thống)." })
  code!: string;

  @Column('text')
  @Field(() => String, { description: 'Its name (tên hệ thống).' })
  name!: string;

  @Column('text')
  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Column('text')
  @Field(() => SystemType, { description: 'What it is for (loại hình).' })
  type!: SystemType;

  @Column('int')
  @Field(() => Int, { description: 'Information-security level, proposed or approved, 1 to 5 (cấp độ).' })
  level!: number;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What it does, in a few words (mô tả).' })
  description!: string | null;

  @Column('text')
  ownerId!: string;

  @Column('text', { nullable: true })
  operatorId!: string | null;

  @Column('text', { nullable: true })
  @Field(() => Bloc, { nullable: true, description: 'The bloc of its owner (khối).' })
  bloc!: Bloc | null;

  /** Whose people may see it, besides those who see all of its bloc. */
  @Column('text', { array: true })
  unitIds!: string[];

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Whose data it holds and about how many (chủ thể dữ liệu).' })
  dataSubjects!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day it was put to use (ngày đưa vào sử dụng).' })
  inUseSince!: string | null;

  @VersionColumn()
  @Field(() => Int, { description: 'Grows with each change; send it back as expectedVersion.' })
  version!: number;
}

export const InformationSystemConnection = connectionOf(InformationSystem, 'InformationSystem');
