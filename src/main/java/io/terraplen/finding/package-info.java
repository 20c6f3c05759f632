/** What a check says: findings, their severities, and the facts about the rule behind each. */
@NullMarked
package io.terraplen.finding;

import org.jspecify.annotations.NullMarked;
