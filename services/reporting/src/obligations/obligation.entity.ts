import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate } from '../regimes/civil-date.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'One report that one unit owes for one period (nghĩa vụ báo cáo).' })
@Entity('report_obligations')
export class ReportObligation {
  @Field(() => ID, { description: 'Stable id of the obligation; it follows from regime, unit and period.' })
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  regimeId!: string;

  @Column('text', { nullable: true })
  planId!: string | null;

  @Column('text')
  unitId!: string;

  @Column('text')
  provinceId!: string;

  @Column('text', { nullable: true })
  bloc!: 'PARTY' | 'GOVERNMENT' | null;

  @Column('text', { nullable: true })
  recipientUnitId!: string | null;

  @Field(() => DateScalar, { description: 'First day the report covers (từ ngày).' })
  @Column('date')
  periodFrom!: CivilDate;

  @Field(() => DateScalar, { description: 'Last day the report covers (đến ngày).' })
  @Column('date')
  periodTo!: CivilDate;

  @Field(() => Date, { description: 'The instant before which the report is on time (hạn báo cáo).' })
  @Column('timestamptz')
  dueAt!: Date;

  @Column('timestamptz')
  dueSoonFrom!: Date;

  @Field(() => String, { nullable: true, description: 'What a report on request is asked for (nội dung yêu cầu).' })
  @Column('text', { nullable: true })
  requestNote!: string | null;

  @Column('timestamptz', { nullable: true })
  waivedAt!: Date | null;

  /** A stable word; `waiver.ts` has its sentences. */
  @Column('text', { nullable: true })
  waiverReason!: string | null;
}
