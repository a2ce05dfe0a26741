package io.dividendsomatic.portfolio.statement;

import java.time.Instant;

/**
 * What decides which of several statements for a day is current, whatever their order of arrival: the later time stated
 * by the broker, then the higher precedence of the format, then the file's hash.
 *
 * @param statedAt when the broker made the statement, else the end of the period that it states (midnight UTC after it)
 * @param precedence of the format; higher wins
 */
public record Edition(Instant statedAt, int precedence) {}
