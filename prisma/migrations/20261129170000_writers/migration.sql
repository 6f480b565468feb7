-- Who writes and translates, and neither moderates nor publishes.
ALTER TYPE "role" ADD VALUE 'writer' BEFORE 'editor';
