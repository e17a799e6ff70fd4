"""The printed forms and letters, each as a naskah."""
