import { DateScalar, DateTimeScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { DossierState, DossierStep } from './dossier.state.ts';

registerEnumType(DossierState, {
  name: 'DossierState',
  description: 'Where a dossier stands on its way to approval (trạng thái hồ sơ).',
  valuesConfig: {
    DRAFT: { description: 'Being written (đang soạn thảo).' },
    SUBMITTED: { description: 'Sent for appraisal (đã gửi thẩm định).' },
    RETURNED: { description: 'Sent back to be completed (trả lại).' },
    UNDER_APPRAISAL: { description: 'Complete and being appraised (đang thẩm định).' },
    APPRAISED: { description: 'The appraiser has given an opinion (đã thẩm định).' },
    AWAITING_APPROVAL: { description: 'Laid before the approver (chờ phê duyệt).' },
    APPROVED: { description: 'The level is approved (đã phê duyệt).' },
    REDETERMINATION_DUE: { description: 'Approved, but the level must be determined anew (cần xác định lại).' },
    SUPERSEDED: { description: 'Replaced by a newer approved dossier (đã được thay thế).' },
    RETIRED: { description: 'The system is no longer in use (ngừng sử dụng).' },
  },
});

registerEnumType(DossierStep, {
  name: 'DossierStep',
  description: 'What can be done to a dossier (bước xử lý hồ sơ).',
  valuesConfig: {
    SUBMIT: { description: 'Send it for appraisal (gửi thẩm định).' },
    RETURN: { description: 'Send it back as incomplete (trả lại để hoàn thiện).' },
    RESUBMIT: { description: 'Send it again (gửi lại).' },
    ACCEPT_AS_COMPLETE: { description: 'Accept it as complete and begin the appraisal (tiếp nhận hồ sơ hợp lệ).' },
    RECORD_OPINION: { description: "Record the appraiser's opinion (ghi ý kiến thẩm định)." },
    PASS_FOR_APPROVAL: { description: 'Lay it before the approver (trình phê duyệt).' },
    APPROVE: { description: 'Record the decision that approves it (phê duyệt).' },
    REFUSE: { description: 'Refuse approval and send it back (không phê duyệt).' },
    MARK_REDETERMINATION: { description: 'Demand a new determination and open a new draft (xác định lại cấp độ).' },
    RETIRE: { description: 'Record that the system is no longer in use (ngừng sử dụng).' },
  },
});

@Entity('dossiers')
@Directive('@key(fields: "id")')
@ObjectType({ description: "A proposal for a system's level, appraised and approved (hồ sơ đề xuất cấp độ)." })
export class SecurityLevelDossier {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its lasting identifier.' })
  id!: string;

  @Column('text')
  systemId!: string;

  @Column('int')
  @Field(() => Int, { description: 'The level it proposes, 1 to 5 (cấp độ đề xuất).' })
  proposedLevel!: number;

  @Column('text')
  @Field(() => String, { description: 'Key of the law it was begun under, such as R2016 (căn cứ pháp lý).' })
  legalRegime!: string;

  @Column('text')
  @Field(() => DossierState, { description: 'Where it stands (trạng thái).' })
  state!: DossierState;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'Since when it stands there.' })
  stateSince!: Date;

  /** The one that is being worked on, or was worked on last. */
  @Column('boolean')
  isCurrent!: boolean;

  @Column('date', { nullable: true })
  submittedOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Number of the approving decision (số quyết định).' })
  decisionNumber!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Date of the approving decision (ngày quyết định).' })
  decisionOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The body that decided (cơ quan phê duyệt).' })
  decidedBy!: string | null;

  @VersionColumn()
  @Field(() => Int, { description: 'Grows with each change; send it back as expectedVersion.' })
  version!: number;
}

@Entity('dossier_events')
@ObjectType({ description: 'One step a dossier has taken (nhật ký hồ sơ).' })
export class DossierEvent {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  dossierId!: string;

  @Column('int')
  ordinal!: number;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  @Column('text', { name: 'from_state', nullable: true })
  @Field(() => DossierState, { nullable: true, description: 'The state before; none for the first.' })
  from!: DossierState | null;

  @Column('text', { name: 'to_state' })
  @Field(() => DossierState, { description: 'The state after.' })
  to!: DossierState;

  @Column('text', { nullable: true })
  @Field(() => DossierStep, { nullable: true, description: 'The step taken; none where another dossier caused it.' })
  step!: DossierStep | null;

  @Column('text')
  @Field(() => String, { description: 'Who took the step.' })
  actorName!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What they noted (ghi chú).' })
  note!: string | null;
}

@ObjectType({ description: 'The time the law gives for the state a dossier is in (thời hạn xử lý).' })
export class DossierLimit {
  @Field(() => Int, { description: 'Length in working days; for a limit in calendar days, the working days it holds.' })
  workingDays!: number;

  @Field(() => Int, { description: 'Length as the law states it.' })
  days!: number;

  @Field(() => Boolean, { description: 'Whether the law counts working days (ngày làm việc) or every day.' })
  countsWorkingDays!: boolean;

  @Field(() => DateScalar, { description: 'The last day.' })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Whether that day has passed.' })
  isOverdue!: boolean;

  @Field(() => String, { description: 'The article that sets it (căn cứ).' })
  source!: string;
}

@ObjectType({ description: 'Who appraises and approves a level, and in what time (thẩm quyền theo cấp độ).' })
export class LevelRule {
  @Field(() => Int, { description: 'The level, 1 to 5 (cấp độ).' })
  level!: number;

  @Field(() => String, { description: 'Who appraises (cơ quan thẩm định).' })
  appraiser!: string;

  @Field(() => String, { description: 'Who approves (cấp phê duyệt).' })
  approver!: string;

  @Field(() => Int, { nullable: true, description: 'Working days for the appraisal; none when counted otherwise.' })
  appraisalWorkingDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'Working days for the approval; none when the law sets none.' })
  approvalWorkingDays!: number | null;

  @Field(() => String, { description: 'Both limits in words.' })
  limits!: string;

  @Field(() => String, { description: 'Key of the law it comes from, such as R2016.' })
  legalRegime!: string;

  @Field(() => String, { description: 'The articles that set it (căn cứ).' })
  source!: string;
}
