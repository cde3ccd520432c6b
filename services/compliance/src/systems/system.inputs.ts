import { DateScalar } from '@lienthong/kit/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DossierState } from '../dossiers/dossier.state.ts';
import { Bloc } from '../units/bloc.ts';
import { SystemType } from './information-system.entity.ts';

@InputType({ description: 'Which systems to list; every condition must hold.' })
export class SystemFilter {
  @Field(() => String, { nullable: true, description: 'Words in name or code; case and diacritics do not matter.' })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Systems of this unit (chủ quản).' })
  ownerId?: string | null;

  @Field(() => Bloc, { nullable: true, description: 'Systems of this bloc (khối).' })
  bloc?: Bloc | null;

  @Field(() => Int, { nullable: true, description: 'Systems of this level (cấp độ).' })
  level?: number | null;

  @Field(() => [DossierState], {
    nullable: true,
    description: 'Systems whose current dossier is in one of these states.',
  })
  dossierState?: DossierState[] | null;
}

@InputType({ description: 'A system to enter in the register with the level proposed for it.' })
export class RegisterSystemInput {
  @Field(() => String, { description: 'The same key repeats the same request safely.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Its code, unique in the province (mã hệ thống).' })
  code!: string;

  @Field(() => String, { description: 'Its name (tên hệ thống).' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its name in English; the Vietnamese one when left out.' })
  nameEn?: string | null;

  @Field(() => SystemType, { description: 'What it is for (loại hình).' })
  type!: SystemType;

  @Field(() => Int, { description: 'The level proposed, 1 to 5 (cấp độ đề xuất).' })
  level!: number;

  @Field(() => ID, { description: 'The one unit that answers for it (chủ quản).' })
  ownerId!: string;

  @Field(() => ID, { nullable: true, description: 'Who runs it; the owner when left out (đơn vị vận hành).' })
  operatorId?: string | null;

  @Field(() => String, { nullable: true, description: 'What it does, in a few words (mô tả).' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Whose data it holds and about how many (chủ thể dữ liệu).' })
  dataSubjects?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was put to use (ngày đưa vào sử dụng).' })
  inUseSince?: string | null;
}

@InputType({ description: 'What to correct about a system; what is left out stays.' })
export class CorrectSystemInput {
  @Field(() => String, { description: 'The same key repeats the same request safely.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The system.' })
  systemId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Its name (tên hệ thống).' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name in English.' })
  nameEn?: string | null;

  @Field(() => SystemType, { nullable: true, description: 'What it is for (loại hình).' })
  type?: SystemType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'A higher level, when risk demands it; never a lower one (cấp độ).',
  })
  level?: number | null;

  @Field(() => ID, { nullable: true, description: 'Who runs it (đơn vị vận hành).' })
  operatorId?: string | null;

  @Field(() => String, { nullable: true, description: 'What it does, in a few words (mô tả).' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Whose data it holds and about how many (chủ thể dữ liệu).' })
  dataSubjects?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was put to use (ngày đưa vào sử dụng).' })
  inUseSince?: string | null;
}
