import { useCourse, useImages } from '../../panels/timeline/course/drawn.ts';
import { InsertDialog, type Insertion } from '../../panels/timeline/InsertDialog.tsx';

/** Asks what a chart or a table of values that was picked after `/` is to show. */
export function InsertCourse(props: {
  readonly only: Insertion['type'];
  readonly onInsert: (insertion: Insertion) => void;
  readonly onClose: () => void;
}) {
  const course = useCourse();
  const images = useImages();
  return <InsertDialog course={course} hasImages={images.length > 0} atCaret {...props} />;
}
