"""The agency's portal: approved work goes there, its answers come back."""
