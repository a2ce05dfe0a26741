package io.dividendsomatic.portfolio.events;

/** Whether a snapshot is what the broker printed, or what its bookings add up to. */
public enum Origin {
    REPORTED,
    DERIVED
}
