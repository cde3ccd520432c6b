import { connectionOf } from '@lienthong/kit/connection';
import { DateScalar, DateTimeScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CheckKind, CheckOutcome, type Finding, RunState, type UnknownReason } from './check-kind.ts';

registerEnumType(CheckKind, {
  name: 'CheckKind',
  description: 'What a server can check by itself (loại kiểm tra).',
  valuesConfig: {
    TLS_CERTIFICATE: { description: 'Chain, names, key and expiry of the certificate (chứng thư máy chủ).' },
    TLS_VERSIONS: { description: 'Old protocol versions refused, current ones offered (phiên bản TLS).' },
    HTTPS_REDIRECT: { description: 'Plain HTTP leads to HTTPS on the same host (chuyển hướng HTTPS).' },
    SECURITY_HEADERS: { description: 'Headers that protect the browser (tiêu đề bảo mật).' },
    SECURITY_TXT: { description: 'A published way to report vulnerabilities (security.txt).' },
    CLOCK_DRIFT: { description: "The server's clock against ours (đồng bộ thời gian)." },
  },
});

registerEnumType(CheckOutcome, {
  name: 'CheckOutcome',
  description: 'What a check found (kết quả).',
  valuesConfig: {
    PASS: { description: 'Everything as expected (đạt).' },
    FAIL: { description: 'Something is wrong (không đạt).' },
    UNKNOWN: { description: 'It could not be seen; never counted as a pass (chưa xác định).' },
  },
});

registerEnumType(RunState, {
  name: 'RunState',
  description: 'How far a run has come (trạng thái lượt kiểm tra).',
  valuesConfig: {
    QUEUED: { description: 'Waiting its turn (đang chờ).' },
    RUNNING: { description: 'Asking the target (đang chạy).' },
    FINISHED: { description: 'Done, with an outcome (đã xong).' },
  },
});

@ObjectType({ description: 'The registered address a check may ask, and who allowed it for how long (đích kiểm tra).' })
export class CheckTarget {
  @Field(() => String, { description: 'Host name or address.' })
  host!: string;

  @Field(() => Int, { description: 'Port.' })
  port!: number;

  @Field(() => String, { description: 'The document that allows the check (văn bản cho phép).' })
  authorisedBy!: string;

  @Field(() => DateScalar, { description: 'First day of the permission.' })
  authorisedFrom!: string;

  @Field(() => DateScalar, { description: 'Last day of the permission.' })
  authorisedTo!: string;
}

@Entity('checks')
@Directive('@key(fields: "id")')
@ObjectType({ description: 'One thing that is asked again and again of one system (phép kiểm tra).' })
export class ComplianceCheck {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its lasting identifier.' })
  id!: string;

  @Column('text')
  systemId!: string;

  @Column('text')
  @Field(() => CheckKind, { description: 'What it checks (loại kiểm tra).' })
  kind!: CheckKind;

  @Column('text')
  host!: string;

  @Column('int')
  port!: number;

  @Column('text')
  authorisedBy!: string;

  @Column('date')
  authorisedFrom!: string;

  @Column('date')
  authorisedTo!: string;
}

@Entity('check_runs')
@Directive('@key(fields: "id")')
@ObjectType({ description: 'One time a check was run, with what it saw (lượt kiểm tra).' })
export class CheckRun {
  @PrimaryColumn('text')
  @Field(() => ID, { description: 'Its lasting identifier.' })
  id!: string;

  @Column('text')
  checkId!: string;

  @Column('text')
  @Field(() => RunState, { description: 'How far it has come (trạng thái).' })
  state!: RunState;

  @Column('text', { nullable: true })
  @Field(() => CheckOutcome, { nullable: true, description: 'What it found; none before it is finished (kết quả).' })
  outcome!: CheckOutcome | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Code of why the outcome is unknown.' })
  reasonCode!: UnknownReason | null;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it began, in real time; while it waits, when it was asked for.' })
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended, in real time.' })
  finishedAt!: Date | null;

  /** The same moment on the business clock, from which its age is counted. */
  @Column('timestamptz', { nullable: true })
  observedAt!: Date | null;

  @Column('jsonb')
  findings!: Finding[];

  @Column('text', { nullable: true, select: false })
  evidence!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'SHA-256 of the stored evidence (mã băm bằng chứng).' })
  evidenceSha256!: string | null;

  @Column('text')
  @Field(() => String, { description: 'Who asked for it (người yêu cầu).' })
  requestedBy!: string;

  @Column('int')
  attempts!: number;

  @Column('text', { nullable: true })
  claim!: string | null;

  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;
}

@ObjectType({ description: 'One thing a run saw, with what to do about it (phát hiện).' })
export class CheckFinding {
  @Field(() => String, { description: 'Its code, the same in every language.' })
  code!: string;

  @Field(() => CheckOutcome, { description: 'Whether it is as expected (kết quả).' })
  outcome!: CheckOutcome;

  @Field(() => String, { description: 'What was seen (thực tế).' })
  seen!: string;

  @Field(() => String, { description: 'What should be seen (yêu cầu).' })
  expected!: string;

  @Field(() => String, { description: 'Why it matters, in a sentence (vì sao quan trọng).' })
  whyItMatters!: string;

  @Field(() => String, { description: 'What to do, in a sentence (cách khắc phục).' })
  whatToDo!: string;
}

export const CheckRunConnection = connectionOf(CheckRun, 'CheckRun');
