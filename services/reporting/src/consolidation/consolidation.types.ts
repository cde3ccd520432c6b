import { DateScalar } from '@lienthong/kit/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { ReportObligation } from '../obligations/obligation.entity.ts';
import { ReportingRegime } from '../regimes/regime.entity.ts';
import { ReportFigure } from '../reports/figure.ts';
import { Unit } from '../units/unit.reference.ts';

@ObjectType()
abstract class OfPeriod {
  @Field(() => DateScalar, { description: 'First day of the period (từ ngày).' })
  periodFrom!: string;

  @Field(() => DateScalar, { description: 'Last day of the period (đến ngày).' })
  periodTo!: string;

  @Field(() => String, { description: 'What people call the period (kỳ báo cáo).' })
  periodLabel!: string;

  @Field(() => Int, { description: 'How many reports are owed (số đơn vị phải báo cáo).' })
  owed!: number;

  @Field(() => Int, { description: 'How many were handed in, whatever became of them (đã nộp).' })
  submitted!: number;
}

@ObjectType({ description: 'One period of a regime with its count of reports (kỳ báo cáo).' })
export class ReportingPeriod extends OfPeriod {
  @Field(() => Date, { description: 'The instant before which its reports are on time.' })
  dueAt!: Date;
}

@ObjectType({
  description: 'Who reported on time in one period, and who is missing (tình hình chấp hành chế độ báo cáo).',
})
export class Punctuality extends OfPeriod {
  @Field(() => ReportingRegime, { description: 'The regime.' })
  regime!: ReportingRegime;

  @Field(() => Date, { description: 'The instant before which reports are on time.' })
  dueAt!: Date;

  @Field(() => Int, { description: 'How many were first handed in on time (đúng hạn).' })
  onTime!: number;

  @Field(() => Int, { description: 'How many were taken in (đã tiếp nhận).' })
  accepted!: number;

  @Field(() => Int, { description: 'How many are not handed in although their time is past (quá hạn).' })
  overdue!: number;

  /** In full; the field `missing` cuts it to what is asked for. */
  notHandedIn!: ReportObligation[];
}

@ObjectType({ description: 'The reports of one period added up by their recipient (báo cáo tổng hợp).' })
export class ConsolidatedReport extends OfPeriod {
  @Field(() => ReportingRegime, { description: 'The regime.' })
  regime!: ReportingRegime;

  @Field(() => Int, { description: 'How many were taken in (đã tiếp nhận).' })
  accepted!: number;

  @Field(() => [Unit], { nullable: 'items', description: 'Units that have handed in nothing (chưa báo cáo).' })
  missingUnits!: Unit[];

  @Field(() => [ReportFigure], {
    description: 'The figures of all reports accepted or waiting, added up; returned ones do not count.',
  })
  totals!: ReportFigure[];

  @Field(() => [ReportObligation], { description: 'One row for each unit that owes a report, by bloc and name.' })
  rows!: ReportObligation[];

  @Field(() => String, {
    description: 'Where the document (.docx) is to be had, below the portal’s or gateway’s address.',
  })
  documentUrl!: string;
}
