package io.github.sea4j.selection;

import io.github.sea4j.model.SizeFit;
import java.util.List;

/**
 * One size of a path.
 *
 * @param k the size, columns that are forced in not counted
 * @param fit the best one known of at most k columns
 * @param columns names of its columns, those that are forced in among them
 * @param criteria what it costs
 */
public record PathStep(int k, SizeFit fit, List<String> columns, Criteria criteria) {}
