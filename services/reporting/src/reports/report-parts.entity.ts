import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One figure as it was typed, beside what the tasks said at that moment. */
@Entity('report_figures')
export class StoredFigure {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('double precision')
  value!: number;

  @Column('double precision', { nullable: true })
  prefilled!: number | null;

  @Column('text', { nullable: true })
  note!: string | null;
}

@Entity('report_tasks')
export class ReportTask {
  @PrimaryColumn('uuid')
  reportId!: string;

  @PrimaryColumn('text')
  taskId!: string;
}

@ObjectType({ description: 'One handing in of a report, kept as it was (lần nộp).' })
@Entity('report_submissions')
export class ReportSubmission {
  @PrimaryColumn('uuid')
  reportId!: string;

  @Field(() => Int, { description: '1 for the first handing in.' })
  @PrimaryColumn('integer')
  number!: number;

  @Field(() => String, { description: 'Who handed it in.' })
  @Column('text')
  submittedBy!: string;

  @Field(() => Date, { description: 'When it was handed in.' })
  @Column('timestamptz')
  submittedAt!: Date;

  @Column('jsonb')
  content!: { summary: string; obstacles: string | null; proposals: string | null };

  @Column('text', { nullable: true })
  outcome!: 'RETURNED' | 'ACCEPTED' | null;

  @Field(() => String, { nullable: true, description: 'Who accepted or returned it.' })
  @Column('text', { nullable: true })
  decidedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was accepted or returned.' })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => String, { description: 'What it said (kết quả thực hiện).' })
  get summary(): string {
    return this.content.summary;
  }
}
