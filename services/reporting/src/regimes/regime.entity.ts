import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CivilDate } from './civil-date.ts';
import { RegimeCadence } from './regime-cadence.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A standing order to report: who, how often, by which hour, to whom (chế độ báo cáo).' })
@Entity('regimes')
export class ReportingRegime {
  @Field(() => ID, { description: 'Stable id of the regime.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { nullable: true })
  planId!: string | null;

  @Column('text')
  provinceId!: string;

  @Field(() => String, { description: 'Vietnamese name.' })
  @Column('text')
  name!: string;

  @Field(() => String, { description: 'English name.' })
  @Column('text')
  nameEn!: string;

  @Field(() => RegimeCadence, { description: 'How often a report is owed.' })
  @Column('text')
  cadence!: RegimeCadence;

  @Field(() => String, {
    description: 'Time of day before which a report is on time, HH:MM; 24:00 is the end of the day (giờ hạn).',
  })
  @Column('text')
  dueTime!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Day of the week on which a weekly report is due, 1 is Monday (thứ).',
  })
  @Column('integer', { nullable: true })
  dueWeekday!: number | null;

  @Field(() => Int, { nullable: true, description: 'Last good day of the month: "before the 25th" is 24 (ngày hạn).' })
  @Column('integer', { nullable: true })
  dueDay!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last good day of a report owed once, or its day and month each year.',
  })
  @Column('date', { nullable: true })
  dueOn!: CivilDate | null;

  @Field(() => Boolean, { description: 'Whether a daily report is owed on working days only (ngày làm việc).' })
  @Column('boolean')
  workingDaysOnly!: boolean;

  @Column('text', { nullable: true })
  recipientUnitId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of a recipient that is no unit here, such as a central body (nơi nhận ngoài hệ thống).',
  })
  @Column('text', { nullable: true })
  recipientName!: string | null;

  @Field(() => DateScalar, { description: 'First day of the regime.' })
  @Column('date')
  validFrom!: CivilDate;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on which a report may fall due.' })
  @Column('date', { nullable: true })
  validTo!: CivilDate | null;

  @Field(() => String, { description: 'The clause that orders it (nguồn).' })
  @Column('text')
  source!: string;

  /** Unit ids, and `g:<group id>`, of those who report. */
  @Column('text', { array: true })
  reporterKeys!: string[];

  /** The blocs of those who report. */
  @Column('text', { array: true })
  blocs!: ('PARTY' | 'GOVERNMENT')[];
}
