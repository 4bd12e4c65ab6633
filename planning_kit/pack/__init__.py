"""The facilitator's pack: the course as pages to show, and sheets to print."""
