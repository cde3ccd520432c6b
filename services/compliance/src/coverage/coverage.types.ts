import { connectionOf } from '@lienthong/kit/connection';
import { Field, Int, ObjectType } from 'type-graphql';
import { Unit } from '../units/unit.reference.ts';

@ObjectType({ description: "A unit's systems in numbers (số liệu an toàn thông tin)." })
export class ComplianceFigures {
  @Field(() => Int, { description: 'Systems it owns (số hệ thống).' })
  systems!: number;

  @Field(() => Int, { description: 'Of these, with an approved level (đã được phê duyệt cấp độ).' })
  approvedDossiers!: number;

  @Field(() => Int, { description: 'Checks whose latest run failed (không đạt).' })
  failedChecks!: number;

  @Field(() => Int, { description: 'Checks whose latest run could not see (chưa xác định).' })
  unknownChecks!: number;

  @Field(() => Int, { description: 'Checks without a result that is fresh enough (quá hạn kiểm tra).' })
  staleChecks!: number;
}

@ObjectType({ description: 'How a unit stands in one duty (ô trong bảng bao phủ).' })
export class CoverageCell {
  @Field(() => String, { description: 'Code of the duty: SYSTEMS, LEVEL, DOSSIER, CERTIFICATE, HEADERS or FRESHNESS.' })
  duty!: string;

  @Field(() => String, { description: 'The duty in words.' })
  label!: string;

  @Field(() => String, { description: 'How it stands, in a word or two.' })
  word!: string;

  @Field(() => String, { description: 'GOOD, ATTENTION, BAD or NONE where the duty does not apply.' })
  standing!: string;
}

@ObjectType({ description: "One unit's row in the grid of units and duties (bảng bao phủ)." })
export class CoverageRow {
  unitId!: string;

  @Field(() => Unit, { nullable: true, description: 'The unit.' })
  unit!: Unit | null;

  @Field(() => ComplianceFigures, { description: 'Its systems in numbers.' })
  figures!: ComplianceFigures;

  @Field(() => [CoverageCell], { description: 'One cell for each duty, worst first.' })
  cells!: CoverageCell[];
}

export const CoverageRowConnection = connectionOf(CoverageRow, 'CoverageRow');
