import { Field, ID, InputType } from 'type-graphql';
import { AdministrativeUnitKind } from './administrative-unit.entity.ts';

@InputType({ description: 'Which territories to list (bộ lọc đơn vị hành chính).' })
export class AdministrativeUnitFilter {
  @Field(() => String, { nullable: true, description: 'Words of a name, or a code; marks and case do not matter.' })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only communes of this province.' })
  provinceId?: string | null;

  @Field(() => AdministrativeUnitKind, { nullable: true, description: 'Only provinces, or only communes.' })
  kind?: AdministrativeUnitKind | null;
}
