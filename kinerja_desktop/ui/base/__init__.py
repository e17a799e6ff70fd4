"""What every page stands on: context, worker, dialogs, colours and sizes."""
