import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One line of the document as it was read: of text, or a row of a table (dòng văn bản).' })
export class DocumentLine {
  @Field(() => Int, { description: 'Its place in the document, from 0.' })
  index!: number;

  @Field(() => Int, { nullable: true, description: 'The page it stands on, where the file has pages.' })
  page?: number | null;

  @Field(() => Int, { nullable: true, description: 'The row of its table or sheet.' })
  row?: number | null;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => [String], { nullable: true, description: 'Its cells, where it is the row of a table.' })
  cells?: string[] | null;
}

@ObjectType({ description: 'A heading over rows of a draft (phụ lục, mục).' })
export class DraftSection {
  @Field(() => String, { nullable: true, description: 'The appendix it stands in.' })
  appendix!: string | null;

  @Field(() => String, { nullable: true, description: 'Its number, such as IV.' })
  code!: string | null;

  @Field(() => String, { description: 'Its words.' })
  title!: string;

  @Field(() => Int, { nullable: true, description: 'How many tasks it says it has.' })
  declaredCount!: number | null;

  @Field(() => Int, { description: 'How many rows the draft has under it now.' })
  rowCount!: number;
}

@ObjectType({ description: 'What a reviewer must look at in the draft as it is now (điểm cần xem).' })
export class DraftFinding {
  @Field(() => String, { description: 'What was found, as a code.' })
  code!: string;

  @Field(() => String, { description: 'The same in a sentence.' })
  message!: string;

  @Field(() => [Int], { description: 'The lines of the document it is about.' })
  lines!: number[];

  @Field(() => [ID], { description: 'The rows of the draft it is about.' })
  rowIds!: string[];
}
