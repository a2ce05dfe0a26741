package io.dividendsomatic.portfolio.account;

/** What an account remembers of a fact: nothing, the very row that is told now, or another one. */
enum Memory {
    NONE,
    SAME,
    OTHER
}
